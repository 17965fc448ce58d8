package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.guides.Page;
import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Authority;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Internet;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.TlsProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain way of enterprises: the EAR in a WildFly that is there already and runs, by the commands of the guide. */
class StockWildFlyIT {

    private static final List<String> GUIDE = Page.commands("deployment.md", "needs a running WildFly of yours")
            .lines()
            .toList();

    @TempDir(factory = BelowTarget.class)
    private static Path folder;

    private static StockWildFly server;

    @BeforeAll
    static void follow_the_guide() throws IOException {
        server = StockWildFly.start(folder.resolve("wildfly"), settings());
        server.awaitReady();
        assertThat(GUIDE).hasSize(4);
        server.type(String.join("\n", GUIDE));
        server.awaitReady();
        server.type(Page.commands("deployment.md", "needs a running WildFly of yours that nobody calls otherwise"));
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_application_runs_there() {
        var certificate = Authority.in(folder).certify("-ext", "san=dns:auth.siac.test,dns:api.siac.test");
        try (var proxy = TlsProxy.before(server.address(), certificate.context());
                var internet =
                        Internet.where(Map.of("auth.siac.test:443", proxy.port(), "api.siac.test:443", proxy.port()))) {
            assertThat(visited(internet, () -> Http.get("/oauth/jwks")).status())
                    .isEqualTo(200);
            assertThat(visited(internet, OAuthClient::registered).id()).isNotEmpty();
            assertThat(visited(internet, () -> Mcp.with("").ping()).status()).isEqualTo(401);
            assertThat(visited(internet, () -> Http.get("/wildfly-services/txn/v1/ut/begin"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void its_management_port_tells_of_the_application() {
        assertThat(told("/health/ready"))
                .contains("\"database\"", "\"signing keys\"")
                .doesNotContain("DOWN");
        assertThat(told("/health/started")).contains("\"application\"");
        assertThat(told("/metrics")).contains("siac_sign_ins_total");
    }

    @Test
    void the_script_changes_nothing_twice_but_what_an_older_one_configured() throws IOException {
        var script = GUIDE.get(1);
        var reload = GUIDE.get(2);
        var configured = server.configuration();
        server.type(script);
        assertThat(server.configuration()).isEqualTo(configured);

        server.type("\"$JBOSS_HOME/bin/jboss-cli.sh\" --connect --command=\"/subsystem=datasources/data-source=siac"
                + ":write-attribute(name=exception-sorter-class-name,"
                + " value=org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter)\"");
        assertThat(server.configuration()).isNotEqualTo(configured);
        server.type(script + "\n" + reload);
        assertThat(server.configuration()).isEqualTo(configured);
        // Until it is loaded, the server is not ready for the other tests.
        server.awaitReady();
    }

    private static String told(String path) {
        return Http.visit(server.management().resolve(path)).body();
    }

    private static <T> T visited(Internet internet, Supplier<T> requests) {
        return Production.SITE.visitedBy(internet.client(Authority.in(folder).trusted()), requests);
    }

    private static Map<String, String> settings() {
        return Map.of(
                "SIAC_ISSUER",
                Production.SITE.issuer().toString(),
                "SIAC_RESOURCE",
                Production.SITE.resource().toString(),
                "SIAC_ENCRYPTION_KEY",
                "t1LhSoJc0w4SFrR8PZk2n9yqvXbmG5uT3aEiQ7xdYHs=",
                "SIAC_DB_URL",
                Database.another(),
                "SIAC_DB_USER",
                Database.OWNER,
                "SIAC_DB_PASSWORD",
                "correct horse battery",
                "SIAC_TRUSTED_PROXIES",
                "127.0.0.1");
    }
}
