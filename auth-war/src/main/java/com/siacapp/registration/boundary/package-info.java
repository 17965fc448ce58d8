@NullMarked
package com.siacapp.registration.boundary;

import org.jspecify.annotations.NullMarked;
