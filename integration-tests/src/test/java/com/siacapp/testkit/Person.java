package com.siacapp.testkit;

/** The cast. */
public enum Person {
    /** Administrator of the demo tenant. */
    ADMIN("admin@demo.siac.test"),
    /** Writes templates in the demo tenant. */
    AUTHOR("author@demo.siac.test"),
    /** Only looks, in the demo tenant. */
    VIEWER("viewer@demo.siac.test"),
    /** Writes templates in another company. */
    STRANGER("stranger@other.siac.test");

    private final String email;

    Person(String email) {
        this.email = email;
    }

    public String email() {
        return email;
    }

    public String password() {
        return TestServer.PASSWORD;
    }
}
