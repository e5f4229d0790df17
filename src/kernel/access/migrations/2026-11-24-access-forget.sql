-- A person who was erased is forgotten here too: nothing else takes an account's phone away.
grant update (phone_sealed, phone_index) on access.account to zhenyi_app;
