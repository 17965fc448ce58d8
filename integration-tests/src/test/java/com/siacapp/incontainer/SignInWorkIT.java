package com.siacapp.incontainer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.siacapp.users.boundary.SignIn;
import jakarta.ejb.EJB;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside the server: whether somebody has an account does not show in how long a sign-in takes (ASVS 6.3.8). Compared is
 * the memory that Argon2 takes, which no load of the machine changes as it changes times.
 */
@ExtendWith(ArquillianExtension.class)
class SignInWorkIT {

    private static final int TRIES = 3;

    @EJB(lookup = "java:app/ejb-common/SignIn")
    SignIn signIn;

    @Test
    void somebody_unknown_costs_the_same_argon2_work_as_somebody_known() {
        var known = bytesOfAFailure("author@demo.siac.test");
        var unknown = bytesOfAFailure("nobody-at-all@demo.siac.test");
        assertTrue(known > 19 * 1024 * 1024, "bytes for a known person: " + known);
        assertTrue(
                Math.abs(known - unknown) < known / 10,
                "bytes for a known and for an unknown person: " + known + " and " + unknown);
    }

    /** The least of several, because the first may load classes. */
    private long bytesOfAFailure(String email) {
        return LongStream.range(0, TRIES)
                .map(any -> {
                    var before = allocated();
                    signIn.withPassword(email, "wrong", Optional.empty());
                    return allocated() - before;
                })
                .min()
                .orElseThrow();
    }

    private static long allocated() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                            "getThreadAllocatedBytes",
                            new Object[] {Thread.currentThread().getId()},
                            new String[] {long.class.getName()});
        } catch (JMException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }
}
