-- Run once by PostgreSQL's image, as its superuser, when the database is made: a user for the server who owns one
-- database and is nothing more. The superuser loses its password, so that from now on it signs in only inside the
-- container: docker compose exec postgres psql --username=postgres
\getenv password POSTGRES_PASSWORD
CREATE ROLE siac LOGIN PASSWORD :'password';
CREATE DATABASE siac OWNER siac;
REVOKE ALL ON DATABASE siac FROM PUBLIC;
ALTER ROLE postgres PASSWORD NULL;
