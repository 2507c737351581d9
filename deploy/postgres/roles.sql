-- The three roles and the database of Groundswell. Run once, by psql, as a superuser of your PostgreSQL:
--
--   GROUNDSWELL_OWNER_PASSWORD=.. GROUNDSWELL_APP_PASSWORD=.. GROUNDSWELL_WORKER_PASSWORD=.. psql -v ON_ERROR_STOP=1 -f roles.sql
--
-- The service migrates as the owner, works as the app role, which owns nothing, and looks for work as the worker role.

\set ON_ERROR_STOP on
\getenv owner_password GROUNDSWELL_OWNER_PASSWORD
\getenv app_password GROUNDSWELL_APP_PASSWORD
\getenv worker_password GROUNDSWELL_WORKER_PASSWORD

create role groundswell_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
create role groundswell_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
create role groundswell_worker login nosuperuser nobypassrls nocreatedb nocreaterole password :'worker_password';

create database groundswell owner groundswell_owner encoding 'UTF8' template template0;
revoke all on database groundswell from public;
grant connect on database groundswell to groundswell_app, groundswell_worker;

\connect groundswell
alter schema public owner to groundswell_owner;
revoke all on schema public from public;
grant usage on schema public to groundswell_app, groundswell_worker;
