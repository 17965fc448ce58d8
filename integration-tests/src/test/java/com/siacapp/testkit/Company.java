package com.siacapp.testkit;

import java.util.Map;
import java.util.UUID;

/** A company made by the pages as anybody would, with its first administrator. */
public record Company(String name, Staff administrator) {

    /** A person who joined by a link. */
    public record Staff(String name, String email) {

        /** Somebody who joined the demo company to write templates, by an invitation of its administrator. */
        public static Staff ofTheDemoCompany() {
            var somebody = staff("Iris");
            Link.invitation(somebody.email()).use(Map.of("name", somebody.name()));
            return somebody;
        }

        /** A browser of theirs, signed in: a new one each time. */
        public Browser browser() {
            var browser = new Browser();
            var answer = browser.signIn(email, Link.GOOD_PASSWORD);
            if (answer.status() != 303) {
                throw new AssertionError("Sign-in of " + email + " failed: " + answer);
            }
            return browser;
        }

        public boolean canSignIn() {
            return new Browser().signIn(email, Link.GOOD_PASSWORD).status() == 303;
        }

        public Administration administration() {
            return new Administration(browser());
        }

        public Tokens tokens(OAuthClient client, String... scopes) {
            return client.tokensFor(browser(), scopes);
        }

        public String id() {
            return Database.value("select id from app_user where email = '" + email + "'");
        }

        /** The company's id. */
        public String company() {
            return Database.value("select tenant_id from app_user where email = '" + email + "'");
        }
    }

    /** Founded by a setup link: its administrator runs the installation too. */
    public static Company founded() {
        var founder = staff("Olga Operadora");
        var name = "Company " + UUID.randomUUID();
        Link.setup().use(Map.of("company", name, "name", founder.name(), "email", founder.email()));
        return new Company(name, founder);
    }

    /** Added by an operator: its administrator manages nothing but this company. */
    public static Company added() {
        var first = staff("Adela Administradora");
        var name = "Company " + UUID.randomUUID();
        var shown = founded()
                .administrator()
                .administration()
                .fill("tenants", "tenants", Map.of("company", name, "email", first.email()));
        Administration.link(shown).use(Map.of("name", first.name()));
        return new Company(name, first);
    }

    /** Invites somebody, who joins. */
    public Staff hire(String role) {
        return hire(role, "Julia " + role);
    }

    public Staff hire(String role, String name) {
        var somebody = staff(name);
        var shown = administrator
                .administration()
                .fill("people", "people", Map.of("email", somebody.email(), "role", role));
        Administration.link(shown).use(Map.of("name", somebody.name()));
        return somebody;
    }

    public String id() {
        return administrator.company();
    }

    private static Staff staff(String name) {
        return new Staff(name, UUID.randomUUID() + "@company.siac.test");
    }
}
