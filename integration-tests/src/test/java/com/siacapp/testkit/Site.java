package com.siacapp.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Supplier;

/** An installation by its public addresses. The kit speaks to the server under test, unless a test visits another. */
public record Site(URI issuer, URI resource) {

    private static final ThreadLocal<Site> CURRENT = ThreadLocal.withInitial(Site::underTest);

    static Site current() {
        return CURRENT.get();
    }

    private static Site underTest() {
        var address = System.getProperty("siac.address");
        return new Site(URI.create(address), URI.create(address + "/mcp"));
    }

    /** The address of a path: what is the resource's is at its host, everything else at the issuer's. */
    URI at(String path) {
        var isOfResource = path.startsWith("/mcp") || path.startsWith("/.well-known/oauth-protected-resource");
        var host = isOfResource ? resource : issuer;
        return URI.create(host.getScheme() + "://" + host.getRawAuthority() + path);
    }

    /** What this thread asks of the server meanwhile, it asks of this one, by that client. */
    public <T> T visitedBy(HttpClient client, Supplier<T> requests) {
        var usual = CURRENT.get();
        CURRENT.set(this);
        try {
            return Http.with(client, requests);
        } finally {
            CURRENT.set(usual);
        }
    }
}
