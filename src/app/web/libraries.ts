/** What the pages are drawn with, taken in a step of its own: see `main.ts`. */
import '@tanstack/react-query'
import '@tanstack/react-router'
import 'react-dom/client'
