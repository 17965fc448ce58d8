package com.siacapp.signals;

import static com.siacapp.signals.entity.Audience.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.HeardSignals;
import com.siacapp.testkit.OtherNode;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.TestArchive;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper.ServerDeploymentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hints between nodes: this node, and another that is a connection to the same database. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignalsIT {

    private static final String KILL =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'siac-signals'";

    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where application_name = 'siac-signals' and query %s 'unlisten%%'";

    private final HeardSignals here = HeardSignals.fromNow();

    @ArquillianResource
    ManagementClient server;

    @Test
    void what_a_transaction_says_is_heard_on_every_node_when_it_commits_and_nowhere_when_it_rolls_back() {
        var takenBack = something();
        var committed = something();
        try (var elsewhere = new OtherNode()) {
            HeardSignals.sayAndTakeBack(takenBack);
            HeardSignals.say(committed);
            assertThat(here.until(committed)).doesNotContain(takenBack);
            assertThat(elsewhere.until(committed)).doesNotContain(takenBack);
        }
    }

    @Test
    void what_another_node_says_is_heard_here() {
        var user = UUID.randomUUID();
        var signal = Signal.cancelled(user, "request \"42\" ñ \u0000 \uD83D\uDE00");
        try (var elsewhere = new OtherNode()) {
            elsewhere.says(signal);
            assertThat(here.until(signal)).doesNotContain(Signal.MISSED);
        }
        HeardSignals.say(signal);
        here.until(signal);
    }

    @Test
    void what_this_version_does_not_know_is_ignored_and_what_comes_after_it_is_heard() {
        var known = something();
        try (var elsewhere = new OtherNode()) {
            elsewhere.says("{\"kind\":\"MOON_PHASE_CHANGED\",\"to\":\"EVERYBODY\",\"id\":\"\",\"subject\":\"\"}");
            elsewhere.says(Signal.toolsChanged(EVERYBODY).payload().replace("EVERYBODY", "PLANET"));
            elsewhere.says(Signal.MISSED);
            elsewhere.says("not JSON");
            elsewhere.says("");
            elsewhere.says(known.payload().replace("{", "{\"since\":\"2.0\","));
            assertThat(here.until(known)).containsExactly(known);
        }
    }

    @Test
    void a_consumer_that_fails_is_in_the_log_and_harms_nobody() {
        var fatal = Signal.resourceUpdated(EVERYBODY, "fatal");
        var next = something();
        var log = ServerLog.during(() -> {
            HeardSignals.say(fatal);
            HeardSignals.say(next);
            assertThat(here.until(next)).contains(fatal);
        });
        assertThat(log).containsOnlyOnce("Whoever was told of RESOURCE_UPDATED failed.");
    }

    @Test
    void when_the_connection_is_killed_another_is_taken_and_everybody_is_told_to_look_for_themselves() {
        var log = ServerLog.during(() -> {
            assertThat(Database.value(KILL)).isNotEqualTo("0");
            here.until(Signal.MISSED);
        });
        assertThat(log)
                .containsOnlyOnce("Signals of other nodes are not heard until")
                .containsOnlyOnce("Signals of other nodes are heard again.");
        assertThat(HeardSignals.isListening()).isTrue();
        var signal = something();
        try (var elsewhere = new OtherNode()) {
            elsewhere.says(signal);
            assertThat(here.until(signal)).containsExactly(signal);
        }
    }

    @Test
    void a_role_that_changes_changes_the_lists_of_that_person() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var page = "people/" + person.id();
        company.administrator().administration().fill(page, page, Map.of("role", "VIEWER"));
        var of = Audience.user(UUID.fromString(person.id()));
        assertThat(here.until(signal -> signal.kind() == Kind.RESOURCES_CHANGED))
                .containsExactly(Signal.toolsChanged(of), Signal.promptsChanged(of), Signal.resourcesChanged(of));
        company.administrator().administration().fill(page, page, Map.of("role", "VIEWER"));
        var next = something();
        HeardSignals.say(next);
        assertThat(here.until(next)).as("the same role again").containsExactly(next);
    }

    @Test
    void a_deployment_that_ends_leaves_no_thread_and_gives_its_connection_back() throws ServerDeploymentException {
        Database.value(KILL);
        here.until(Signal.MISSED);
        var deployments = new ServerDeploymentHelper(server.getControllerClient());
        var neighbour = deployments.deploy("neighbour.ear", TestArchive.siacAt("/neighbour"));
        awaitConnections("not like", 2);
        assertThat(HeardSignals.listeners()).isEqualTo(2);
        deployments.undeploy(neighbour);
        assertThat(HeardSignals.listeners()).isEqualTo(1);
        assertThat(Database.value(CONNECTIONS.formatted("not like"))).isEqualTo("1");
        assertThat(Database.value(CONNECTIONS.formatted("like"))).isEqualTo("1");
    }

    private static void awaitConnections(String condition, int count) {
        var patience = System.nanoTime() + 20_000_000_000L;
        while (!Database.value(CONNECTIONS.formatted(condition)).equals("" + count)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(patience);
        }
    }

    private static Signal something() {
        return Signal.resourceUpdated(EVERYBODY, "siac://test/" + UUID.randomUUID());
    }
}
