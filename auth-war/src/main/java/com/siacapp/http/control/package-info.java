@NullMarked
package com.siacapp.http.control;

import org.jspecify.annotations.NullMarked;
