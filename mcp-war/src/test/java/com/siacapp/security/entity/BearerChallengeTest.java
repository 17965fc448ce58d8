package com.siacapp.security.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BearerChallengeTest {

    private final BearerChallenge challenge = new BearerChallenge(URI.create("https://api.siac-app.com/mcp"));

    @Test
    void who_has_no_token_learns_where_to_ask_and_for_what_but_of_no_error() {
        assertThat(challenge.forNoToken())
                .isEqualTo("Bearer resource_metadata="
                        + "\"https://api.siac-app.com/.well-known/oauth-protected-resource/mcp\", "
                        + "scope=\"siac.audience.read siac.campaigns.read siac.templates.read\"");
    }

    @Test
    void who_has_a_bad_token_learns_that_it_is_bad_and_not_why() {
        assertThat(challenge.forInvalidToken())
                .startsWith(challenge.forNoToken())
                .contains("error=\"invalid_token\"");
    }

    @Test
    void who_lacks_scopes_learns_all_that_are_needed() {
        assertThat(challenge.forInsufficientScope(People.vera(), Set.of(Scope.TEMPLATES_WRITE, Scope.TEMPLATES_READ)))
                .contains(
                        "error=\"insufficient_scope\"",
                        "scope=\"siac.templates.read siac.templates.write\"",
                        "resource_metadata=",
                        "error_description=");
    }

    @Test
    void who_used_the_dpop_scheme_is_answered_in_it() {
        assertThat(challenge.forInvalidDpop(true))
                .startsWith("DPoP algs=\"ES256 RS256\"")
                .contains("error=\"invalid_dpop_proof\"", "resource_metadata=");
        assertThat(challenge.forInvalidDpop(false)).contains("error=\"invalid_token\"");
    }
}
