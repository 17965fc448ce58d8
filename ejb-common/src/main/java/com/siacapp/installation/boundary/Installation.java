package com.siacapp.installation.boundary;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.siacapp.installation.control.InstallationSettings;
import com.siacapp.installation.entity.Hosts;
import com.siacapp.installation.entity.Mode;
import com.siacapp.installation.entity.TrustedProxies;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Where this installation lives, in which mode it runs and whether it is well. No EJB: it has no transaction, and each
 * request asks it several times.
 */
@ApplicationScoped
public class Installation {

    private static final Logger LOG = Logger.getLogger(Installation.class);
    private static final int SECONDS_TO_ANSWER = 2;

    /** Anybody may ask how we are, as often as they like: the database is asked once a second. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    /** Not of the pool that requests use: a busy node is a good one. */
    @Resource(lookup = "java:jboss/datasources/siac-signals")
    DataSource database;

    private final LoadingCache<DataSource, Boolean> answering =
            Caffeine.newBuilder().expireAfterWrite(LOOKS).build(Installation::answers);

    private Mode mode = Mode.PRODUCTION;
    private URI issuer = URI.create("about:unset");
    private URI resource = URI.create("about:unset");
    private Set<String> resourceAliases = Set.of();
    private Set<String> allowedOrigins = Set.of();
    private TrustedProxies trustedProxies = new TrustedProxies(List.of());
    private Hosts hostsOfIssuer = Hosts.NONE;
    private Hosts hostsOfResource = Hosts.NONE;

    @PostConstruct
    void readSettings() {
        mode = InstallationSettings.MODE.value();
        issuer = InstallationSettings.ISSUER.value();
        resource = InstallationSettings.RESOURCE.value();
        resourceAliases = InstallationSettings.RESOURCE_ALIASES.value();
        allowedOrigins = InstallationSettings.ALLOWED_ORIGINS.value();
        trustedProxies = new TrustedProxies(InstallationSettings.TRUSTED_PROXIES.value());
        hostsOfIssuer = new Hosts(issuer, mode == Mode.DEVELOPMENT, trustedProxies);
        hostsOfResource = new Hosts(resource, mode == Mode.DEVELOPMENT, trustedProxies);
        LOG.infof("Mode %s, issuer %s, MCP endpoint %s.", mode, issuer, resource);
    }

    public Mode mode() {
        return mode;
    }

    /** The authorization server's identifier; compared byte for byte. */
    public URI issuer() {
        return issuer;
    }

    /** The MCP endpoint's address and the audience of access tokens; compared byte for byte. */
    public URI resource() {
        return resource;
    }

    /**
     * Whether a client that writes this means our resource: the identifier itself, a lone trailing slash more, which
     * clients that parse and print URLs add, or an alias of the operator's. Never a prefix (RFC 8707 §2).
     */
    public boolean isResource(String asked) {
        return asked.equals(resource.toString()) || asked.equals(resource + "/") || resourceAliases.contains(asked);
    }

    /** The names under which the authorization server and its pages may be called. */
    public Hosts hostsOfIssuer() {
        return hostsOfIssuer;
    }

    /** The names under which the MCP endpoint and its metadata may be called. */
    public Hosts hostsOfResource() {
        return hostsOfResource;
    }

    /** Whether people and clients come by https: always in production. */
    public boolean isHttps() {
        return issuer.getScheme().equals("https");
    }

    /** Web origins whose pages may call the MCP endpoint: the operator's, besides our own. */
    public Set<String> allowedOrigins() {
        return allowedOrigins;
    }

    /** The proxies in front of this server. */
    public TrustedProxies trustedProxies() {
        return trustedProxies;
    }

    /** The product's version, as the build wrote it. */
    public String version() {
        var version = Installation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Whether the database answered within the last second. */
    public boolean databaseIsUp() {
        return answering.get(database);
    }

    private static boolean answers(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException down) {
            LOG.warn("The database does not answer.", down);
            return false;
        }
    }
}
