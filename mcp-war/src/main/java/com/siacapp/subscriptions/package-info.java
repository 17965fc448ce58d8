/**
 * Streams that stay open: who listens on this node, and what they are told when something changes.
 *
 * <p>Whoever changes something calls {@link com.siacapp.subscriptions.boundary.Changes Changes}; that goes by a signal to
 * every node, and each node tells those of its own streams whom it concerns. A stream ends with its token or its grant,
 * whichever is first. Nothing is kept for who does not listen: a client that connects again reads anew.
 */
@NullMarked
package com.siacapp.subscriptions;

import org.jspecify.annotations.NullMarked;
