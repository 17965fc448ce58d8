package com.siacapp.pages.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks whether an app may act for the person (ASVS 10.7.2: what, for which app, at which server, for how long). Posts
 * {@code csrf} and {@code decision}, which is {@code allow}, {@code deny} or {@code switch} (to another account).
 *
 * @param action where the form is posted
 * @param person who decides
 * @param role what this person may do in the company
 * @param resource the server the access is for
 * @param asked the scopes the app asks for; what the role forbids among them is shown as not given
 * @param unused after how long without use the access ends by itself
 * @param longest after how long it ends however it is used
 */
public record ConsentPage(
        PageAddress address,
        String action,
        String csrf,
        AskingApp app,
        Person person,
        Role role,
        URI resource,
        Set<Scope> asked,
        Duration unused,
        Duration longest)
        implements Page {

    /** Everything listed here only looks; a scope that is missing counts as one that changes things. */
    private static final Set<Scope> LOOKS = EnumSet.of(
            Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.TEMPLATES_READ, Scope.AUDIENCE_READ, Scope.CAMPAIGNS_READ);

    public ConsentPage {
        asked = Set.copyOf(asked);
    }

    @Override
    public String template() {
        return "consent";
    }

    /** What the app will see. */
    public List<Scope> sees() {
        return listed(scope -> scope.isOpenTo(role) && LOOKS.contains(scope));
    }

    /** What the app will be able to change. */
    public List<Scope> changes() {
        return listed(scope -> scope.isOpenTo(role) && !LOOKS.contains(scope));
    }

    /** What the app asks for and does not get, because the person may not do it either. */
    public List<Scope> withheld() {
        return listed(scope -> !scope.isOpenTo(role));
    }

    /** Whether the app asks for everything, what is added later included. */
    public boolean isForEverything() {
        return asked.contains(Scope.FULL_ACCESS);
    }

    /** Whether the app wants to work while the person is away. */
    public boolean isLasting() {
        return asked.contains(Scope.OFFLINE_ACCESS);
    }

    public long unusedDays() {
        return unused.toDays();
    }

    public long longestDays() {
        return longest.toDays();
    }

    /** Full access is spelled out, so that nobody has to know what it stands for; the page says it once more in words. */
    private List<Scope> listed(Predicate<Scope> wanted) {
        return Arrays.stream(Scope.values())
                .filter(scope -> asked.contains(scope) || (scope.isForTools() && isForEverything()))
                .filter(scope -> scope != Scope.OFFLINE_ACCESS && scope != Scope.FULL_ACCESS)
                .filter(wanted)
                .toList();
    }
}
