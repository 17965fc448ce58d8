/**
 * What both WARs do alike for each HTTP request, whatever it is about: its id, its line in the log, its duration as a
 * number. It knows no other component and no HTTP.
 *
 * <p>Nothing that somebody wrote is in any of them, but ids of clients, which may be addresses their owners chose.
 */
@NullMarked
package com.siacapp.requests;

import org.jspecify.annotations.NullMarked;
