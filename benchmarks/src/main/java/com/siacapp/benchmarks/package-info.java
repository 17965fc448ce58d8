/**
 * Puts the same load on the server, on a bare Undertow and on PostgreSQL, in one run, and compares what it costs with the
 * targets of the design. An answer counts when its status and a bit of its body are right; anything else fails the run.
 */
@NullMarked
package com.siacapp.benchmarks;

import org.jspecify.annotations.NullMarked;
