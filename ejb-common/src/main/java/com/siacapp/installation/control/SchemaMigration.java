package com.siacapp.installation.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database to this version's schema once the settings were found good, before anything else starts. Several nodes
 * may start at once: one migrates, and the others wait. Whatever reads the database at start depends on this bean.
 */
@Singleton
@Startup
@DependsOn("Configuration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    @Resource(lookup = "java:jboss/datasources/siac")
    DataSource database;

    @Inject
    Schema schema;

    @PostConstruct
    void migrate() {
        var result = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                // Else a node gives up after 50 seconds.
                .lockRetryCount(-1)
                .load()
                .migrate();
        LOG.infof(
                "The database schema is at version %s.",
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion);
        schema.migrated();
    }
}
