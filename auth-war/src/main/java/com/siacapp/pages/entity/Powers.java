package com.siacapp.pages.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What scopes let an app do, for people to read.
 *
 * @param scopes what the app asks for or has
 * @param role what the person may do in the company; an app never gets more
 */
public record Powers(Set<Scope> scopes, Role role) {

    /** Everything listed here only looks; a scope that is missing counts as one that changes things. */
    private static final Set<Scope> LOOKS = EnumSet.of(
            Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.TEMPLATES_READ, Scope.AUDIENCE_READ, Scope.CAMPAIGNS_READ);

    public Powers {
        scopes = Set.copyOf(scopes);
    }

    /** What the app sees. */
    public List<Scope> sees() {
        return listed(scope -> scope.isOpenTo(role) && LOOKS.contains(scope));
    }

    /** What the app can change. */
    public List<Scope> changes() {
        return listed(scope -> scope.isOpenTo(role) && !LOOKS.contains(scope));
    }

    /** What the app asks for and does not get, because the person may not do it either. */
    public List<Scope> withheld() {
        return listed(scope -> !scope.isOpenTo(role));
    }

    /** Whether it is for everything, what is added later included. */
    public boolean isForEverything() {
        return scopes.contains(Scope.FULL_ACCESS);
    }

    /** Full access is spelled out, so that nobody has to know what it stands for; the page says it once more in words. */
    private List<Scope> listed(Predicate<Scope> wanted) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scopes.contains(scope) || (scope.isForTools() && isForEverything()))
                .filter(scope -> scope != Scope.OFFLINE_ACCESS && scope != Scope.FULL_ACCESS)
                .filter(wanted)
                .toList();
    }
}
