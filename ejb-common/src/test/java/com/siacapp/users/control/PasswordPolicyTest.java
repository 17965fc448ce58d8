package com.siacapp.users.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.users.entity.AccountProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> KNOWN = List.of("Ana Quispe", "ana.quispe@andina.example", "Cafés Andina S.A.C.");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "mermelada tornillo galaxia",
                "ñandú-pincel-41-trueno",
                "xkqvzwjfhpty",
                "密码很难猜到因为没有人会这样写",
                "8302 7741 9956 1120"
            })
    void a_long_password_nobody_would_try_first_is_good_whatever_characters_it_has(String password) {
        assertThat(policy.problems(password, KNOWN)).isEmpty();
    }

    @Test
    void it_has_12_to_128_characters_counted_as_people_count() {
        assertThat(policy.problems("k2#Vq9!mZx7", KNOWN)).containsExactly(AccountProblem.PASSWORD_TOO_SHORT);
        assertThat(policy.problems("k2#Vq9!mZx7p", KNOWN)).isEmpty();
        assertThat(policy.problems("🦜".repeat(11), KNOWN)).containsExactly(AccountProblem.PASSWORD_TOO_SHORT);
        assertThat(policy.problems("mermelada tornillo galaxia".repeat(5).substring(0, 128), KNOWN))
                .isEmpty();
        assertThat(policy.problems("mermelada tornillo galaxia".repeat(5).substring(0, 129), KNOWN))
                .containsExactly(AccountProblem.PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "qwertyuiop123456",
                "unbelievable",
                "P@ssw0rd12345",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "123456789012"
            })
    void a_well_known_password_or_pattern_is_refused(String password) {
        assertThat(policy.problems(password, List.of())).isEqualTo(Set.of(AccountProblem.PASSWORD_TOO_EASY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AnaQuispe2026",
                "CafésAndina123",
                "siacassistant1",
                "whatsapp-2026",
                "Contraseña2026",
                "ana.quispe@andina.example"
            })
    void words_of_the_product_the_company_and_the_person_are_tried_first(String password) {
        assertThat(policy.problems(password, KNOWN)).isEqualTo(Set.of(AccountProblem.PASSWORD_TOO_EASY));
    }
}
