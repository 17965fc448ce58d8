package com.siacapp.testkit;

import java.util.HashMap;
import java.util.Map;

/** A one-time link in the hands of somebody. */
public record Link(String path) {

    public static final String GOOD_PASSWORD = "mermelada tornillo galaxia";

    /** By which whoever holds it founds a company, made as the launcher makes it. */
    public static Link setup() {
        return stored("'SETUP', null, null, null, null, null");
    }

    /** An invitation by the demo company's administrator. */
    public static Link invitation(String email) {
        return stored("'INVITATION', (select tenant_id from admin), '" + email + "', 'AUTHOR', null,"
                + " (select id from admin)");
    }

    /** By which this person sets a new password, started by the demo company's administrator. */
    public static Link passwordReset(String email) {
        return stored("'PASSWORD_RESET', (select tenant_id from admin), null, null,"
                + " (select id from app_user where email = '" + email + "'), (select id from admin)");
    }

    private static Link stored(String columns) {
        var secret = Secrets.seen(Database.value("select encode(sha256(gen_random_uuid()::text::bytea), 'hex')"));
        Database.execute("with admin as (select * from app_user where email = '" + Person.ADMIN.email() + "')"
                + " insert into one_time_link (id, secret_hash, kind, tenant_id, email, role, user_id, created_by,"
                + " created_at, expires_at) select gen_random_uuid(), translate(encode(sha256('" + secret
                + "'::bytea), 'base64'), '+/=', '-_'), " + columns + ", now(), now() + interval '10 years'");
        return new Link("/link?key=" + secret);
    }

    /** The same link, long after it was made. */
    public Link expired() {
        Database.execute("update one_time_link set expires_at = created_at where secret_hash ="
                + " translate(encode(sha256('" + secret() + "'::bytea), 'base64'), '+/=', '-_')");
        return this;
    }

    public String secret() {
        return path.substring(path.indexOf('=') + 1);
    }

    public Answer open() {
        return new Browser().open(path);
    }

    /** Whether it shows a form. */
    public boolean isOpen() {
        return open().status() == 200;
    }

    /** Fills in the form with a good password and these. */
    public Answer use(Map<String, String> fields) {
        var browser = new Browser();
        return use(browser, browser.open(path), fields);
    }

    /** Submits a form that was opened before. */
    public static Answer use(Browser browser, Answer page, Map<String, String> fields) {
        var all = new HashMap<>(Map.of("password", GOOD_PASSWORD, "again", GOOD_PASSWORD));
        all.putAll(fields);
        return browser.submit(page, all);
    }
}
