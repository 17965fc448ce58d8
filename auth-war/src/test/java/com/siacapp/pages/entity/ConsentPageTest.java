package com.siacapp.pages.entity;

import static com.siacapp.grants.entity.Scope.AUDIENCE_READ;
import static com.siacapp.grants.entity.Scope.AUDIENCE_WRITE;
import static com.siacapp.grants.entity.Scope.CAMPAIGNS_APPROVE;
import static com.siacapp.grants.entity.Scope.CAMPAIGNS_READ;
import static com.siacapp.grants.entity.Scope.CAMPAIGNS_SEND;
import static com.siacapp.grants.entity.Scope.EMAIL;
import static com.siacapp.grants.entity.Scope.FULL_ACCESS;
import static com.siacapp.grants.entity.Scope.OFFLINE_ACCESS;
import static com.siacapp.grants.entity.Scope.OPENID;
import static com.siacapp.grants.entity.Scope.TEMPLATES_READ;
import static com.siacapp.grants.entity.Scope.TEMPLATES_SUBMIT;
import static com.siacapp.grants.entity.Scope.TEMPLATES_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentPageTest {

    @Test
    void looking_and_changing_are_told_apart() {
        var page = consent(Role.AUTHOR, OPENID, EMAIL, TEMPLATES_WRITE, TEMPLATES_READ);
        assertThat(page.sees()).containsExactly(OPENID, EMAIL, TEMPLATES_READ);
        assertThat(page.changes()).containsExactly(TEMPLATES_WRITE);
        assertThat(page.withheld()).isEmpty();
    }

    @Test
    void what_the_role_forbids_is_withheld() {
        var page = consent(Role.VIEWER, TEMPLATES_READ, TEMPLATES_WRITE, CAMPAIGNS_SEND);
        assertThat(page.sees()).containsExactly(TEMPLATES_READ);
        assertThat(page.changes()).isEmpty();
        assertThat(page.withheld()).containsExactly(TEMPLATES_WRITE, CAMPAIGNS_SEND);
    }

    @Test
    void full_access_is_spelled_out_within_the_role() {
        var page = consent(Role.OPERATOR, FULL_ACCESS);
        assertThat(page.isForEverything()).isTrue();
        assertThat(page.sees()).containsExactly(TEMPLATES_READ, AUDIENCE_READ, CAMPAIGNS_READ);
        assertThat(page.changes()).containsExactly(TEMPLATES_WRITE, TEMPLATES_SUBMIT, AUDIENCE_WRITE, CAMPAIGNS_SEND);
        assertThat(page.withheld()).containsExactly(CAMPAIGNS_APPROVE);
    }

    @Test
    void working_while_the_person_is_away_is_about_time_and_no_power() {
        var page = consent(Role.VIEWER, OFFLINE_ACCESS);
        assertThat(page.isLasting()).isTrue();
        assertThat(page.sees()).isEmpty();
        assertThat(page.changes()).isEmpty();
    }

    @Test
    void no_asked_power_goes_unsaid() {
        for (var scope : Scope.values()) {
            for (var role : Role.values()) {
                var page = consent(role, scope);
                assertThat(page.sees().contains(scope)
                                || page.changes().contains(scope)
                                || page.withheld().contains(scope)
                                || page.isLasting()
                                || page.isForEverything())
                        .as("%s asked of a %s", scope, role)
                        .isTrue();
            }
        }
    }

    private static ConsentPage consent(Role role, Scope... asked) {
        return new ConsentPage(
                new PageAddress("/oauth/consent", ""),
                "/oauth/consent",
                "token",
                false,
                AskingApp.unverified(new DisplayName("ChatGPT"), URI.create("https://chatgpt.com/x")),
                new Person("Ana", "ana@andina.example", "Andina"),
                role,
                URI.create("https://api.siac-app.com/mcp"),
                Set.of(asked),
                new Lifetime(Duration.ofMinutes(10), true, Duration.ofDays(30), Duration.ofDays(180)),
                "");
    }
}
