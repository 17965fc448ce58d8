/**
 * Guards: how much one caller may ask of a node, and how large an answer may get.
 *
 * <p>Limits are token buckets in the memory of each node (ADR 0035): a call of a tool must not cost a round trip to the
 * database only to be counted.
 */
@NullMarked
package com.siacapp.guards;

import org.jspecify.annotations.NullMarked;
