package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Authority;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Internet;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.TlsProxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain way of enterprises: the EAR in a WildFly that is there already, by our modules and commands. */
class StockWildFlyIT {

    @TempDir(factory = BelowTarget.class)
    private Path folder;

    /** In one test, because each step takes seconds. */
    @Test
    void our_commands_can_be_repeated_and_then_the_application_runs_there() throws Exception {
        var base = StockWildFly.prepared(folder.resolve("standalone"));
        var once = StockWildFly.configured(base);
        assertThat(StockWildFly.configured(base)).isEqualTo(once);

        var certificate = Authority.in(folder).certify("-ext", "san=dns:auth.siac.test,dns:api.siac.test");
        try (var server = StockWildFly.start(base, settings());
                var proxy = TlsProxy.before(server.address(), certificate.context());
                var internet =
                        Internet.where(Map.of("auth.siac.test:443", proxy.port(), "api.siac.test:443", proxy.port()))) {
            server.awaitHealth();
            var client = internet.client(Authority.in(folder).trusted());

            assertThat(Production.SITE
                            .visitedBy(client, OAuthClient::registered)
                            .id())
                    .isNotEmpty();
            assertThat(Production.SITE
                            .visitedBy(client, () -> Mcp.with("").ping())
                            .status())
                    .isEqualTo(401);
            assertThat(Http.visit(server.management().resolve("/metrics")).body())
                    .contains("siac_sign_ins_total");
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                "SIAC_ISSUER", Production.SITE.issuer().toString(),
                "SIAC_RESOURCE", Production.SITE.resource().toString(),
                "SIAC_ENCRYPTION_KEY", "t1LhSoJc0w4SFrR8PZk2n9yqvXbmG5uT3aEiQ7xdYHs=",
                "SIAC_DB_URL", Database.another(),
                "SIAC_DB_USER", "postgres",
                "SIAC_DB_PASSWORD", "correct horse battery",
                "SIAC_TRUSTED_PROXIES", "127.0.0.1");
    }
}
