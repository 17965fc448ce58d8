@NullMarked
package com.siacapp.http.boundary;

import org.jspecify.annotations.NullMarked;
