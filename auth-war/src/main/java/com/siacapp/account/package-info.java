/**
 * What a person sees and controls of their own account: connected apps, sessions, password, what happened lately; and the
 * one-time links by which accounts come to be and passwords are set anew.
 */
@NullMarked
package com.siacapp.account;

import org.jspecify.annotations.NullMarked;
