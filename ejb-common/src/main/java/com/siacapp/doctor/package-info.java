/**
 * Finds out why a client cannot connect: walks the chain a client walks, through the public address, and says in plain
 * words what is wrong and how to mend it.
 *
 * <p>Everything but {@code boundary.OperatorsDoctor} is plain Java on the JDK's HTTP client and Jackson, because the
 * launcher uses it without a server. What other servers say is never trusted: no redirect is followed, bodies and time are
 * bounded, and of an answer only the values that a finding names are shown, cleaned by {@code entity.Finding}.
 */
@NullMarked
package com.siacapp.doctor;

import org.jspecify.annotations.NullMarked;
