@NullMarked
package com.siacapp.requests.boundary;

import org.jspecify.annotations.NullMarked;
