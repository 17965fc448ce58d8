@NullMarked
package com.siacapp.requests.entity;

import org.jspecify.annotations.NullMarked;
