package com.siacapp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that register and never come back are forgotten; those in use never. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ClientExpiryIT {

    @Test
    void a_client_never_used_expires_after_a_day_and_not_before() {
        var client = OAuthClient.registered();
        Time.passes(Duration.ofHours(23));
        expireClients();
        assertThat(exists(client)).isTrue();
        Time.passes(Duration.ofHours(1));
        expireClients();
        assertThat(exists(client)).isFalse();
        assertThat(audited("CLIENT_EXPIRED", client)).isEqualTo("1");
        assertThat(client.refresh("x").error()).isEqualTo("invalid_client");
    }

    @Test
    void a_client_with_a_live_grant_stays() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofDays(25));
        expireClients();
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    void a_client_whose_grant_is_not_yet_used_stays() {
        var client = OAuthClient.registered();
        client.authorizationRequest().allowedBy(Person.AUTHOR);
        Time.passes(Duration.ofDays(2));
        expireClients();
        assertThat(exists(client)).isTrue();
    }

    @Test
    void a_client_whose_device_waits_for_its_person_stays() {
        var client = Device.app();
        Time.passes(Duration.ofHours(24));
        var device = Device.of(client, "siac.templates.read");
        expireClients();
        device.allowedBy(Person.AUTHOR);
        assertThat(Tokens.of(device.polls()).areGood()).isTrue();
    }

    @Test
    void a_client_an_administrator_made_stays() {
        var client = OAuthClient.ofTheDemoCompany();
        Time.passes(Duration.ofDays(2));
        expireClients();
        assertThat(exists(client)).isTrue();
    }

    @Test
    void use_is_noted_when_tokens_are_issued_and_not_at_each_refresh() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        var first = lastUse(client);
        assertThat(first).isNotEqualTo("null");
        var refreshed =
                client.refresh(tokens.refresh()).json().path("refresh_token").asText();
        assertThat(lastUse(client)).isEqualTo(first);
        Time.passes(Duration.ofHours(1));
        client.refresh(refreshed);
        assertThat(lastUse(client)).isNotEqualTo(first);
    }

    private static void expireClients() {
        var answer = Http.send("/in-container/expire-clients", "POST", BodyPublishers.noBody(), request -> request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static boolean exists(OAuthClient client) {
        return Database.value("select count(*) from client where id = '" + client.id() + "'")
                .equals("1");
    }

    private static String audited(String type, OAuthClient client) {
        return Database.value(
                "select count(*) from audit_event where type = '" + type + "' and client_id = '" + client.id() + "'");
    }

    private static String lastUse(OAuthClient client) {
        return Database.value("select last_used_at from client where id = '" + client.id() + "'");
    }
}
