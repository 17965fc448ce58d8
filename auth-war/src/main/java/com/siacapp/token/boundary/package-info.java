@NullMarked
package com.siacapp.token.boundary;

import org.jspecify.annotations.NullMarked;
