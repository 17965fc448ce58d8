@NullMarked
package com.siacapp.signin.boundary;

import org.jspecify.annotations.NullMarked;
