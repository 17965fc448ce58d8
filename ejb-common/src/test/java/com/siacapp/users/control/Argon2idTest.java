package com.siacapp.users.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.siacapp.users.control.Argon2id.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

    private static final Cost LITTLE = new Cost(64, 2, 1);

    /** The first is of the reference implementation's own tests, the second was made by another library. */
    @Test
    void it_reads_what_others_wrote() {
        assertThat(Argon2id.parse(
                                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                        .isOf("password"))
                .isTrue();
        assertThat(Argon2id.parse("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
                                + "$Vqj2c5/4uk3/jhvtKN2n7VKbeDVLm7LkYA+I3wUhHbc")
                        .isOf("contraseña ☕"))
                .isTrue();
    }

    @Test
    void what_it_writes_it_reads_and_knows_its_password_alone() {
        var hash = Argon2id.parse(Argon2id.hash("correct horse", LITTLE).toString());
        assertThat(hash.cost()).isEqualTo(LITTLE);
        assertThat(hash.isOf("correct horse")).isTrue();
        assertThat(hash.isOf("correct horsE")).isFalse();
        assertThat(hash.isOf("")).isFalse();
    }

    @Test
    void the_same_password_never_has_the_same_hash() {
        assertThat(Argon2id.hash("same", LITTLE))
                .doesNotHaveToString(Argon2id.hash("same", LITTLE).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void anything_else_is_refused(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> Argon2id.parse(stored));
    }
}
