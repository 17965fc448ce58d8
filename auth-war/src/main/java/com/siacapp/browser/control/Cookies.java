package com.siacapp.browser.control;

import com.siacapp.http.control.HostCookies;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The cookies that hold secrets. */
@RequestScoped
public class Cookies {

    private static final String SESSION = "siac-session";
    private static final String BROWSER = "siac-browser";
    private static final String BROWSER_PROOF = "siac-known-browser";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Inject
    HostCookies cookies;

    public Optional<Secret> session() {
        return value(SESSION);
    }

    Optional<Secret> browser() {
        return value(BROWSER);
    }

    public NewCookie forSession(Secret secret) {
        return cookies.cookie(SESSION).value(secret.value()).build();
    }

    NewCookie forBrowser(Secret secret) {
        return cookies.cookie(BROWSER).value(secret.value()).build();
    }

    public NewCookie noSession() {
        return cookies.cookie(SESSION).value("").maxAge(0).build();
    }

    /** Outlives the session: it tells a person's browser from a stranger's at the next sign-in. */
    public Optional<Secret> browserProof() {
        return value(BROWSER_PROOF);
    }

    public NewCookie forBrowserProof(Secret proof) {
        return cookies.cookie(BROWSER_PROOF)
                .value(proof.value())
                .maxAge(ONE_YEAR)
                .build();
    }

    private Optional<Secret> value(String name) {
        return cookies.value(name).map(Secret::new);
    }
}
