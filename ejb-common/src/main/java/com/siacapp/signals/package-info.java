/**
 * Hints from one node to all: something changed, look at it. They travel by PostgreSQL's LISTEN and NOTIFY.
 *
 * <p>A signal is a hint and never the truth, which is in the tables: one may get lost while a node does not listen (then its
 * consumers hear {@code MISSED}), and what it speaks of may have changed again when it arrives. It is sent in the transaction
 * of the change, heard by every node after the commit, the sender's own included, and by nobody after a rollback. This
 * component depends on no other, so that every other can send.
 */
@NullMarked
package com.siacapp.signals;

import org.jspecify.annotations.NullMarked;
