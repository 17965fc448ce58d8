package com.siacapp.users.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.siacapp.limits.entity.TryLaterException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int CROWD = 200;

    private final Passwords passwords = new Passwords();

    @Test
    void a_crowd_is_served_as_far_as_there_is_room_and_the_rest_is_asked_to_come_again() throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(CROWD);
        try {
            Callable<Boolean> signIn = () -> {
                start.await();
                try {
                    passwords.matchNobody("a guess");
                    return true;
                } catch (TryLaterException notNow) {
                    assertThat(notNow.why()).isEqualTo(TryLaterException.Cause.OVERLOADED);
                    assertThat(notNow.retryAfterSeconds()).isPositive();
                    return false;
                }
            };
            var crowd = new ArrayList<>(Collections.nCopies(CROWD, signIn))
                    .stream().map(threads::submit).toList();
            start.countDown();
            var served = 0;
            for (var one : crowd) {
                served += one.get() ? 1 : 0;
            }
            assertThat(served).isBetween(16, CROWD - 1);
        } finally {
            threads.shutdown();
        }
        assertThatNoException().isThrownBy(() -> passwords.matchNobody("a guess"));
    }
}
