package com.siacapp.pages.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Asks whether an app may act for the person (ASVS 10.7.2: what, for which app, at which server, for how long). Posts
 * {@code csrf} and {@code decision}, which is {@code allow}, {@code deny} or {@code switch} (to another account).
 *
 * @param action where the form is posted
 * @param isShownAgain whether the person answered a page that says something else than this one
 * @param person who decides
 * @param role what this person may do in the company
 * @param resource the server the access is for
 * @param asked the scopes the app asks for; what the role forbids among them is shown as not given
 * @param lifetime how long the access lasts
 * @param userCode the code that a device of the person's shows; empty when the browser itself was sent here by the app
 */
public record ConsentPage(
        PageAddress address,
        String action,
        String csrf,
        boolean isShownAgain,
        AskingApp app,
        Person person,
        Role role,
        URI resource,
        Set<Scope> asked,
        Lifetime lifetime,
        String userCode)
        implements Page {

    public ConsentPage {
        asked = Set.copyOf(asked);
    }

    @Override
    public String template() {
        return "consent";
    }

    /** What the app will see. */
    public List<Scope> sees() {
        return powers().sees();
    }

    /** What the app will be able to change. */
    public List<Scope> changes() {
        return powers().changes();
    }

    /** What the app asks for and does not get, because the person may not do it either. */
    public List<Scope> withheld() {
        return powers().withheld();
    }

    /** Whether the app asks for everything, what is added later included. */
    public boolean isForEverything() {
        return powers().isForEverything();
    }

    /** Whether the app is on another device, which nobody but the person can tell from a stranger's (RFC 8628 §5.4). */
    public boolean isForDevice() {
        return !userCode.isEmpty();
    }

    /** Whether the app wants to work while the person is away, and can. */
    public boolean isLasting() {
        return lifetime.isRenewed() && asked.contains(Scope.OFFLINE_ACCESS);
    }

    private Powers powers() {
        return new Powers(asked, role);
    }
}
