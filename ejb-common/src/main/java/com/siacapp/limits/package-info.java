/**
 * How often something may be done, and how long one waits after failures. Counts are shared by all nodes and lost
 * without harm in a crash. A count belongs to what is limited and to a key; keys are hashed, so that the table tells
 * nobody's address or e-mail. Nothing here knows what is being limited.
 */
@NullMarked
package com.siacapp.limits;

import org.jspecify.annotations.NullMarked;
