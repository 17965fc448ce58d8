package com.siacapp.keys.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final Seal seal = sealOf(1);

    @Test
    void what_was_sealed_is_opened_by_the_same_seal_only() {
        var sealed = seal.seal("a secret");
        assertThat(sealed).doesNotContain("secret");
        assertThat(seal.open(sealed)).contains("a secret");
        assertThat(sealOf(2).open(sealed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"dir\"}", "{\"alg\":\"none\"}", "{}", "[]", "nothing", "{\"enc\":\"A256GCM\"}"})
    void a_text_with_another_header_is_not_ours(String header) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        assertThat(seal.open(encoded + "..AAAA.AAAA.AAAA")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", "no text of ours", "AAAA..AAAA.AAAA.AAAA"})
    void what_is_no_such_text_is_not_ours(String text) {
        assertThat(seal.open(text)).isEmpty();
        var sealed = seal.seal("x");
        var header = sealed.substring(0, sealed.indexOf('.'));
        assertThat(seal.open(header + ".." + text)).isEmpty();
    }

    private static Seal sealOf(int purpose) {
        var key = new byte[32];
        key[0] = (byte) purpose;
        return new Seal(new SecretKeySpec(key, "AES"));
    }
}
