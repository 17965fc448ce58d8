/**
 * All settings of the business components, looked at once before anything else starts. Each component declares its own;
 * this one stands above them all and nothing depends on it: what is wrong with the operator's configuration is said at the
 * start, all of it, and the start ends.
 */
@NullMarked
package com.siacapp.configuration;

import org.jspecify.annotations.NullMarked;
