/**
 * What a person is asked before an app may act for them. An app that sends a browser and one on a device ask the same
 * question, so that it is put together in one place, with the mark of all that it says: a yes is to that, and to no more.
 */
@NullMarked
package com.siacapp.consent;

import org.jspecify.annotations.NullMarked;
