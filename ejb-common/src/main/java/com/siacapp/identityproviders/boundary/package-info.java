@NullMarked
package com.siacapp.identityproviders.boundary;

import org.jspecify.annotations.NullMarked;
