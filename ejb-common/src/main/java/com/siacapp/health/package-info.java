/**
 * The health of this node as WildFly asks for it. Of an EAR it asks only what is in {@code lib} (WFLY-12835), so this one
 * package goes there; the checks themselves are with the components that know the answers.
 */
@NullMarked
package com.siacapp.health;

import org.jspecify.annotations.NullMarked;
