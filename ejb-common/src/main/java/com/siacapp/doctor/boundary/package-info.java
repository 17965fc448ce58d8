@NullMarked
package com.siacapp.doctor.boundary;

import org.jspecify.annotations.NullMarked;
