package com.siacapp.grants.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void full_access_stands_for_every_tool_and_not_for_the_profile() {
        var caller = callerWith(Role.AUTHOR, Scope.FULL_ACCESS);
        assertThat(caller.wasGranted(Scope.TEMPLATES_WRITE)).isTrue();
        assertThat(caller.wasGranted(Scope.EMAIL)).isFalse();
    }

    @Test
    void full_access_gives_no_more_than_the_role_allows() {
        assertThat(callerWith(Role.VIEWER, Scope.FULL_ACCESS).roleAllows(Scope.TEMPLATES_WRITE))
                .isFalse();
    }

    @Test
    void a_viewer_can_give_nothing_that_writes() {
        assertThat(EnumSet.allOf(Scope.class))
                .filteredOn(scope -> scope.isOpenTo(Role.VIEWER))
                .filteredOn(Scope::isForTools)
                .allSatisfy(scope -> assertThat(scope.isReadOnly() || scope == Scope.FULL_ACCESS)
                        .isTrue());
    }

    @Test
    void unknown_scopes_are_left_out_and_order_does_not_matter() {
        assertThat(Scopes.parse("email nonsense openid")).containsExactlyInAnyOrder(Scope.EMAIL, Scope.OPENID);
        assertThat(Scopes.format(Set.of(Scope.EMAIL, Scope.OPENID))).isEqualTo("openid email");
    }

    @Test
    void by_default_a_client_may_look() {
        assertThat(Scopes.byDefault())
                .allSatisfy(scope -> assertThat(scope.isReadOnly()).isTrue());
    }

    private static Caller callerWith(Role role, Scope scope) {
        var id = UUID.randomUUID();
        return new Caller(
                id, "Ana", "ana@example.com", id, "Café", role, Set.of(scope), id, "client", false, Instant.EPOCH);
    }
}
