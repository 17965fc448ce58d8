@NullMarked
package com.siacapp.doctor.control;

import org.jspecify.annotations.NullMarked;
