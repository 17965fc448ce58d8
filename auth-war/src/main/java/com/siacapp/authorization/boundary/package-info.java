@NullMarked
package com.siacapp.authorization.boundary;

import org.jspecify.annotations.NullMarked;
