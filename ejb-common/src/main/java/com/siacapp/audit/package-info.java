/**
 * What happened here, who did it and from where: appended in the transaction of the act itself, never changed, and
 * without secrets. It depends on no other component, so that every other can write to it.
 */
@NullMarked
package com.siacapp.audit;

import org.jspecify.annotations.NullMarked;
