/**
 * This installation of the product: its mode, public addresses, clock, database schema, and what it says of itself.
 * Everything here is decided once, at start, by the operator's configuration.
 */
@NullMarked
package com.siacapp.installation;

import org.jspecify.annotations.NullMarked;
