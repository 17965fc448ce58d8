@NullMarked
package com.siacapp.consent.control;

import org.jspecify.annotations.NullMarked;
