package com.siacapp.clients.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For what a stranger's public key is good: strong enough, and cheap to verify with. */
class KeyRulesTest {

    private static final BigInteger F4 = RSAKeyGenParameterSpec.F4;

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void an_rsa_key_of_a_usual_size_is_good(int bits) {
        assertThat(KeyRules.algorithms(rsa(bits, F4))).containsExactly(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 4097, 16_384})
    void an_rsa_key_that_is_weak_or_costly_is_good_for_nothing(int bits) {
        assertThat(KeyRules.algorithms(rsa(bits, F4))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4294967295, true", "4294967297, false"})
    void a_long_exponent_makes_every_verification_long(String exponent, boolean isGood) {
        assertThat(KeyRules.algorithms(rsa(2048, new BigInteger(exponent))).isEmpty())
                .isEqualTo(!isGood);
    }

    @Test
    void a_key_for_another_use_or_of_another_curve_is_good_for_nothing() throws Exception {
        var encryption =
                new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate();
        assertThat(KeyRules.algorithms(encryption)).isEmpty();
        assertThat(KeyRules.algorithms(new ECKeyGenerator(Curve.P_521).generate()))
                .isEmpty();
        assertThat(KeyRules.algorithms(new ECKeyGenerator(Curve.P_256).generate()))
                .containsExactly(JWSAlgorithm.ES256);
    }

    @Test
    void a_set_is_read_up_to_a_length_and_a_number_of_keys() throws Exception {
        var one = new JWKSet(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()).toString();
        assertThat(KeyRules.pasted(one + " ".repeat(20_000 - one.length()))).isPresent();
        assertThat(KeyRules.pasted(one + " ".repeat(20_001 - one.length()))).isEmpty();
        assertThat(KeyRules.pasted(setOf(50))).isPresent();
        assertThat(KeyRules.pasted(setOf(51))).isEmpty();
    }

    private static String setOf(int count) throws Exception {
        var keys = new ArrayList<JWK>();
        while (keys.size() < count) {
            keys.add(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK());
        }
        return new JWKSet(keys).toString();
    }

    /** No key that anybody could sign with, and as costly to verify with as one. */
    private static RSAKey rsa(int bits, BigInteger exponent) {
        var modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
        return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(exponent)).build();
    }
}
