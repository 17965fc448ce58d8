package com.siacapp.pages.entity;

import com.siacapp.clients.entity.Client;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The app that asks for consent.
 *
 * @param name what it calls itself
 * @param verifiedHost the host that vouches for it; empty when none does
 * @param isCompanysOwn whether the person's administrator added it
 * @param redirect where the browser goes with the answer
 */
public record AskingApp(DisplayName name, String verifiedHost, boolean isCompanysOwn, URI redirect) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** The host of a metadata document vouches for the client, or an administrator; for what registered itself nobody. */
    public static AskingApp of(Client client, URI redirect) {
        var name = new DisplayName(client.name());
        return switch (client.source()) {
            case METADATA_DOCUMENT -> verified(name, URI.create(client.id()).getHost(), redirect);
            case PREREGISTERED -> companysOwn(name, redirect);
            case DYNAMIC -> unverified(name, redirect);
        };
    }

    /** An app whose metadata document or registration was proved to come from this host. */
    public static AskingApp verified(DisplayName name, String host, URI redirect) {
        return new AskingApp(name, host, false, redirect);
    }

    /** An app that registered itself. */
    public static AskingApp unverified(DisplayName name, URI redirect) {
        return new AskingApp(name, "", false, redirect);
    }

    /** An app that an administrator of the person's company added. */
    public static AskingApp companysOwn(DisplayName name, URI redirect) {
        return new AskingApp(name, "", true, redirect);
    }

    public boolean isVerified() {
        return !verifiedHost.isEmpty();
    }

    /** The host the answer goes to; for a program that registered a scheme of its own, the scheme. */
    public String returnsTo() {
        return isOnTheWeb() ? redirect.getHost() : redirect.getScheme() + ":";
    }

    /** Whether the answer stays on the person's computer, where we cannot tell one program from another. */
    public boolean isOnThisComputer() {
        return !isOnTheWeb()
                || LOOPBACK.matcher(redirect.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private boolean isOnTheWeb() {
        return redirect.getHost() != null
                && ("https".equalsIgnoreCase(redirect.getScheme()) || "http".equalsIgnoreCase(redirect.getScheme()));
    }
}
