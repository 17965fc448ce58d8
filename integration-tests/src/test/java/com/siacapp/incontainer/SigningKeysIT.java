package com.siacapp.incontainer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.keys.boundary.KeyRing;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: the key ring as the EJB it is. */
@ExtendWith(ArquillianExtension.class)
class SigningKeysIT {

    @EJB(lookup = "java:app/ejb-common/KeyRing")
    KeyRing keys;

    @Resource(lookup = "java:jboss/datasources/siac")
    DataSource database;

    @Test
    void what_the_ring_signs_it_recognises_with_either_algorithm() throws ParseException {
        for (var algorithm : new JWSAlgorithm[] {JWSAlgorithm.ES256, JWSAlgorithm.RS256}) {
            var claims = new JWTClaimsSet.Builder()
                    .expirationTime(in(Duration.ofHours(1)))
                    .build();
            var jwt = SignedJWT.parse(keys.sign(JOSEObjectType.JWT, algorithm, claims));
            assertTrue(keys.hasSigned(jwt), algorithm.getName());
        }
    }

    @Test
    void nothing_is_signed_that_could_outlive_its_key() {
        var forever = new JWTClaimsSet.Builder().build();
        var tooLong = new JWTClaimsSet.Builder()
                .expirationTime(in(KeyRing.LONGEST_TOKEN_LIFE.plusMinutes(1)))
                .build();
        for (var claims : new JWTClaimsSet[] {forever, tooLong}) {
            assertThrows(EJBException.class, () -> keys.sign(JOSEObjectType.JWT, JWSAlgorithm.ES256, claims));
        }
    }

    @Test
    void the_published_keys_hold_no_private_part() {
        assertFalse(keys.jwks().contains("\"d\""));
    }

    @Test
    void private_keys_are_encrypted_in_the_database() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select private_jwk from signing_key where retired_at is null")) {
            assertTrue(rows.next());
            do {
                // A compact JWE: five parts, the first a header that says dir.
                assertTrue(rows.getString(1).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
            } while (rows.next());
        }
    }

    /** By the clock of the EAR, which other tests moved. */
    private static Date in(Duration duration) {
        return Date.from(MovableClock.now().plus(duration));
    }
}
