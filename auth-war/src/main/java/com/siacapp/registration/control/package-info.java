@NullMarked
package com.siacapp.registration.control;

import org.jspecify.annotations.NullMarked;
